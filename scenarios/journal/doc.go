// Package journal keeps the histories of an experiment that have ended beside its results while the others are lived, so
// that an experiment that was killed goes on with what was there. It must not know what happens in a history.
//
// A journal is a directory beside that of the results: a lock, a note of what the experiment is, and one file to which every
// history that ends is added in one piece, with its length and a checksum. A process that is killed while it adds leaves a
// piece without an end, which counts for nothing. Histories are handed to the system at once and to the disk every few
// seconds and at the end: kill -9 loses nothing that has ended, a power cut what ended in the last seconds.
package journal
