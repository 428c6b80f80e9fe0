module smallweek-ark

go 1.26.0

require github.com/mlange-42/ark v0.7.1
