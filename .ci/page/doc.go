// Page opens reports in a browser without a window and looks at them as a reader would: on a telephone, on a laptop and
// on paper, by day and by night. It prints what is wrong and ends with 1 where anything is.
//
//	go run . -browser /usr/bin/chromium report.html...
package main
