package results

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTablesOfEarlierVersionsLackTheirLastColumns(t *testing.T) {
	old := "scenario,measure,unit,mean,low,high,difference,difference_low,difference_high,words\nsilo,churn,%,1,2,3,,,,base\n"
	rows, err := decode(summaryTable, []byte(old))
	require.NoError(t, err)
	assert.Equal(t, []string{"base", "", ""}, []string{rows[0].Words, rows[0].Method, rows[0].Trust})
	_, err = decode(luckTable, []byte("scenario,measure,correlation\n"))
	assert.ErrorContains(t, err, "not written by this version", "other tables have all of their columns")
}
