package main

import (
	"path/filepath"

	"xsell/cmd/internal/odd"
	"xsell/reports"
	"xsell/scenarios/results"
)

// calibrated are the sections of the calibrations that are kept beside the documents: what was fitted, and how facts
// answer to every constant.
func calibrated(root string) ([]odd.Section, error) {
	fitted, err := results.ReadCalibration(filepath.Join(root, "docs", "calibration", "result"))
	if err != nil {
		return nil, err
	}
	answers, err := results.ReadCalibration(filepath.Join(root, "docs", "calibration", "sensitivity"))
	if err != nil {
		return nil, err
	}
	return []odd.Section{
		{Name: "calibration-result", Text: reports.FittedTable(fitted)},
		{Name: "calibration-sensitivity", Text: reports.SensitivityTable(answers)},
	}, nil
}
