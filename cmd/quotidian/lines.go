package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"quotidian/articles/jsonl"
)

// eachLine calls do with the lines of in, counted from 1, without their ends; a line is only good until do returns. One
// that is too long to be read comes as a fault without text, and the lines after it still come: bufio.Scanner would end
// there and not say where. The first error of do, or one of in, ends it.
func eachLine(in io.Reader, do func(n int, line []byte, fault error) error) error {
	buffered := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := jsonl.ReadLine(buffered)
		last := err == io.EOF
		if last && len(line) == 0 {
			return nil
		}
		if err != nil && !last && !errors.Is(err, jsonl.ErrLong) {
			return err
		}
		var fault error
		if !last {
			fault = err
		}
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if err := do(n, line, fault); err != nil || last {
			return err
		}
	}
}
