package icon

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "draw icon.png anew")

func TestCommittedPictureIsTheDrawing(t *testing.T) {
	img := Draw(Size)
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("icon.png", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := png.Decode(bytes.NewReader(PNG))
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != img.Bounds() {
		t.Fatalf("the picture is %v, the drawing %v", got.Bounds(), img.Bounds())
	}
	for y := range Size {
		for x := range Size {
			r, g, b, a := got.At(x, y).RGBA()
			r2, g2, b2, a2 := img.At(x, y).RGBA()
			if r != r2 || g != g2 || b != b2 || a != a2 {
				t.Fatalf("pixel %d,%d differs: run the test with -update", x, y)
			}
		}
	}
}
