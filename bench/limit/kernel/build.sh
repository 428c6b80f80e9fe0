#!/bin/sh
# build.sh OUT: compiles the kernel. -ffp-contract=off rounds every product before it is added, as the Go code does.
set -e
cd "$(dirname "$0")"
out=$1
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
flags="-std=gnu11 -O3 -Wall -Wextra -ffp-contract=off"
${CC:-gcc} $flags -march=native -c load.c -o "$parts/load.o"
${CC:-gcc} $flags -march=native -c main.c -o "$parts/main.o"
${CC:-gcc} $flags -march=native -fno-tree-vectorize -c scalar.c -o "$parts/scalar.o"
${CC:-gcc} $flags -march=x86-64-v3 -DWIDE=4 -c vector.c -o "$parts/avx2.o"
${CC:-gcc} $flags -march=x86-64-v4 -mprefer-vector-width=512 -DWIDE=8 -c vector.c -o "$parts/avx512.o"
${CC:-gcc} "$parts"/*.o -o "$out"
