// Package document is what the program says in JSON: a type for each kind of document, its version, and the JSON Schema
// made of it. The types hold no numbers of their own and know nothing of how these came about; within a version, fields
// are added but never change their meaning or go.
package document
