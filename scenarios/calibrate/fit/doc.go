// Package fit looks for the point of a box at which weighted distances from targets are small. Every point is judged in
// the same luck, so that differences between points are worth more than the points; a step counts only if the gain is
// larger than what luck could give. It must never know what the numbers mean.
package fit
