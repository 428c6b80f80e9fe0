module smallweek

go 1.26.0

require xsell v0.0.0

replace xsell => ../../..
