package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAddresses gathers addresses from arguments, tables and lists, each once and in order; what a table says of an
// article comes with its address.
func TestAddresses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cloud := write("cloud.csv", "id,media_name,publish_date,title,url\n1,Selk Courier,2024-05-14,Gates open,https://courier.example/1\n")
	plain := write("list.txt", "# pages\nhttps://courier.example/2\n\nhttps://courier.example/1\n")
	empty := write("empty.txt", "nothing\n")
	listed, faults := addresses([]string{"https://courier.example/0", cloud, plain, "-", empty, "none"}, strings.NewReader("https://courier.example/3\n"))
	var got []string
	for _, o := range listed {
		got = append(got, o.URL+" "+o.Listed.Outlet.Name+" "+o.Listed.Published.String())
	}
	want := "https://courier.example/0  |https://courier.example/1 Selk Courier 2024-05-14|https://courier.example/2  |https://courier.example/3  "
	if strings.Join(got, "|") != want {
		t.Errorf("%q", strings.Join(got, "|"))
	}
	if len(faults) != 2 || faults[0].Path != empty || faults[1].Path != "none" {
		t.Errorf("%+v", faults)
	}
}
