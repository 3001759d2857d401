package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"quotidian/articles/archive"
)

func record1(headers, content string) string {
	return fmt.Sprintf("WARC/1.1\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", headers, len(content), content)
}

const response = "WARC-Type: response\r\nWARC-Target-URI: <https://a.example/b>\r\nWARC-Date: 2024-05-14T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"

func TestRead(t *testing.T) {
	chunked := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nGates\r\n5\r\n open\r\n0\r\n\r\n"
	in := record1("WARC-Type: request\r\nContent-Type: application/http\r\n", "GET / HTTP/1.1\r\n\r\n") +
		record1(response, chunked) +
		record1(response, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone") +
		record1(response, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nx") +
		record1("WARC-Type: conversion\r\nWARC-Target-URI: https://a.example/c\r\nContent-Type: text/plain\r\n", "As text.") +
		record1("WARC-Type: resource\r\nContent-Type: image/png\r\n", "x")
	var got []string
	for p := range Read(strings.NewReader(in), archive.NewBudget(0)) {
		got = append(got, fmt.Sprintf("%s %s %q %v", p.URL, p.Charset, p.Body, p.Err))
	}
	want := []string{`https://a.example/b koi8-r "Gates open" <nil>`, `https://a.example/b  "" packed as "br", which cannot be read`, `https://a.example/c  "As text." <nil>`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestReadDamaged(t *testing.T) {
	whole := record1(response, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nGates")
	for name, in := range map[string]string{
		"cut off": whole + whole[:len(whole)-20], "no length": whole + "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "noise": whole + "noise\r\n",
	} {
		pages, faults := 0, 0
		for p := range Read(strings.NewReader(in), archive.NewBudget(0)) {
			if p.Err != nil {
				faults++
			} else {
				pages++
			}
		}
		if pages != 1 || faults != 1 {
			t.Errorf("%s: %d pages, %d faults", name, pages, faults)
		}
	}
}

// TestReadBombs: what servers packed counts as what any archive holds, and of a page that is too large no part is given as all of it.
func TestReadBombs(t *testing.T) {
	packed := func(mb int) string {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		for range mb {
			if _, err := z.Write(bytes.Repeat([]byte("x"), 1<<20)); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return record1(response, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n"+out.String())
	}
	for name, c := range map[string]struct {
		in     string
		budget int64
		want   error
	}{
		"too large": {packed(RecordLimit>>20 + 1), RecordLimit, archive.ErrLarge},
		"too often": {packed(40) + packed(40), 0, archive.ErrBomb},
	} {
		var last Page
		for p := range Read(strings.NewReader(c.in), archive.NewBudget(c.budget)) {
			last = p
		}
		if last.Body != nil || !errors.Is(last.Err, c.want) {
			t.Errorf("%s: %d bytes, %v", name, len(last.Body), last.Err)
		}
	}
}

func FuzzRead(f *testing.F) {
	raw, err := os.ReadFile("../intake/testdata/formats/crawl.warc")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(record1(response, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nx")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for p := range Read(bytes.NewReader(raw), archive.NewBudget(0)) {
			if (len(p.Body) == 0) == (p.Err == nil) {
				t.Fatalf("%+v", p)
			}
		}
	})
}
