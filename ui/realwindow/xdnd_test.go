//go:build realwindow

package realwindow

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// drop drags a file from another program onto the window in front and lets it go, as the window system sees it: a
// client of its own that speaks XDND, version 5, https://www.freedesktop.org/wiki/Specifications/XDND/.
func drop(t *testing.T, path string) {
	t.Helper()
	out, err := exec.Command("xdotool", "getactivewindow").Output()
	if err != nil {
		t.Fatal("xdotool: ", err)
	}
	target, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	x, err := dialX()
	if err != nil {
		t.Fatal("X: ", err)
	}
	defer x.conn.Close()
	uri := (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String() + "\r\n"
	if err := x.drag(uint32(target), uri); err != nil {
		t.Fatal("XDND: ", err)
	}
}

// xClient is a connection to the X server with one window, from which things are dragged.
type xClient struct {
	conn   net.Conn
	window uint32
	atoms  map[string]uint32
}

var order = binary.LittleEndian

// dialX connects to $DISPLAY and makes the window.
func dialX() (*xClient, error) {
	number := strings.TrimPrefix(strings.SplitN(os.Getenv("DISPLAY"), ".", 2)[0], ":")
	conn, err := net.Dial("unix", "/tmp/.X11-unix/X"+number)
	if err != nil {
		return nil, err
	}
	if err := conn.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		return nil, err
	}
	name, cookie, err := xCookie(number)
	if err != nil {
		return nil, err
	}
	hello := []byte{'l', 0, 11, 0, 0, 0, byte(len(name)), 0, byte(len(cookie)), 0, 0, 0}
	if _, err := conn.Write(append(append(hello, padded(name)...), padded(cookie)...)); err != nil {
		return nil, err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(conn, head); err != nil {
		return nil, err
	}
	rest := make([]byte, 4*int(order.Uint16(head[6:])))
	if _, err := io.ReadFull(conn, rest); err != nil {
		return nil, err
	}
	if head[0] != 1 {
		return nil, fmt.Errorf("refused: %q", rest)
	}
	vendor, formats := int(order.Uint16(rest[16:])), int(rest[21])
	root := order.Uint32(rest[32+(vendor+3)/4*4+8*formats:])
	x := &xClient{conn: conn, window: order.Uint32(rest[4:]) | 1, atoms: map[string]uint32{}}
	const inputOnly = 2
	return x, x.request(1, 0, x.window, root, 0, uint32(1)|1<<16, inputOnly<<16, 0, 0)
}

// xCookie gives the name and data of the authority for a display, empty when there is none.
func xCookie(display string) (name, data string, err error) {
	raw, err := os.ReadFile(os.Getenv("XAUTHORITY"))
	if err != nil {
		return "", "", nil // a server that asks for none
	}
	field := func() string {
		n := int(binary.BigEndian.Uint16(raw))
		s := string(raw[2 : 2+n])
		raw = raw[2+n:]
		return s
	}
	for len(raw) > 2 {
		raw = raw[2:] // the family of the address
		_, number, name, data := field(), field(), field(), field()
		if number == display || number == "" {
			return name, data, nil
		}
	}
	return "", "", fmt.Errorf("no authority for display %s", display)
}

func padded(s string) []byte { return append([]byte(s), make([]byte, (4-len(s)%4)%4)...) }

// request sends a request of whole words.
func (x *xClient) request(code, data byte, words ...uint32) error {
	out := order.AppendUint16([]byte{code, data}, uint16(1+len(words)))
	for _, w := range words {
		out = order.AppendUint32(out, w)
	}
	_, err := x.conn.Write(out)
	return err
}

// words cuts bytes into words for request.
func words(b []byte) (out []uint32) {
	for ; len(b) > 0; b = b[4:] {
		out = append(out, order.Uint32(b))
	}
	return out
}

// atom gives the server's number of a name.
func (x *xClient) atom(name string) (uint32, error) {
	if a, ok := x.atoms[name]; ok {
		return a, nil
	}
	if err := x.request(16, 0, append([]uint32{uint32(len(name))}, words(padded(name))...)...); err != nil {
		return 0, err
	}
	reply, err := x.read(func(e []byte) bool { return e[0] == 1 })
	if err != nil {
		return 0, err
	}
	x.atoms[name] = order.Uint32(reply[8:])
	return x.atoms[name], nil
}

// read waits for an event or a reply, all of which have 32 bytes here.
func (x *xClient) read(wanted func([]byte) bool) ([]byte, error) {
	for e := make([]byte, 32); ; {
		if _, err := io.ReadFull(x.conn, e); err != nil {
			return nil, err
		}
		if e[0] == 0 {
			return nil, fmt.Errorf("error %d for request %d", e[1], e[10])
		}
		if wanted(e) {
			return e, nil
		}
	}
}

// tell sends a message of XDND to the target.
func (x *xClient) tell(target uint32, kind string, data ...uint32) error {
	a, err := x.atom(kind)
	if err != nil {
		return err
	}
	event := append([]uint32{33 | 32<<8, target, a, x.window}, data...)
	return x.request(25, 0, append([]uint32{target, 0}, append(event, make([]uint32, 8-len(event))...)...)...)
}

// told waits for a message of XDND from the target.
func (x *xClient) told(kind string) ([]byte, error) {
	a, err := x.atom(kind)
	if err != nil {
		return nil, err
	}
	return x.read(func(e []byte) bool { return e[0]&0x7f == 33 && order.Uint32(e[8:]) == a })
}

// drag enters the target, moves over it, drops, and hands over what was dragged when it is asked for.
func (x *xClient) drag(target uint32, uri string) error {
	var a [4]uint32
	for i, name := range []string{"XdndSelection", "text/uri-list", "XdndActionCopy", "XdndFinished"} {
		var err error
		if a[i], err = x.atom(name); err != nil {
			return err
		}
	}
	selection, list, copied := a[0], a[1], a[2]
	const version, at = 5 << 24, 400<<16 | 400
	if err := x.request(22, 0, x.window, selection, 0); err != nil {
		return err
	}
	if err := x.tell(target, "XdndEnter", version, list); err != nil {
		return err
	}
	if err := x.tell(target, "XdndPosition", 0, at, 0, copied); err != nil {
		return err
	}
	status, err := x.told("XdndStatus")
	if err != nil {
		return err
	}
	if order.Uint32(status[16:])&1 == 0 {
		return fmt.Errorf("the window takes no drop")
	}
	if err := x.tell(target, "XdndDrop", 0, 0); err != nil {
		return err
	}
	ask, err := x.read(func(e []byte) bool { return e[0]&0x7f == 30 })
	if err != nil {
		return err
	}
	asker, property := order.Uint32(ask[12:]), order.Uint32(ask[24:])
	put := append([]uint32{asker, property, list, 8, uint32(len(uri))}, words(padded(uri))...)
	if err := x.request(18, 0, put...); err != nil {
		return err
	}
	if err := x.request(25, 0, asker, 0, 31, order.Uint32(ask[4:]), asker, selection, list, property, 0, 0); err != nil {
		return err
	}
	_, err = x.told("XdndFinished")
	return err
}
