package name

import "testing"

func TestReadings(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Lao Zedong", "Lao Tse-tung", true},
		{"Deng Xiaoying", "Teng Hsiao-ying", true},
		{"Xi Jinhua", "Hsi Chin-hua", true},
		{"Zhao Ziyuan", "Chao Tzu-yuan", true},
		{"Jiang Jinghua", "Chiang Ching Hua", true},
		{"Cai Yingmin", "Tsai Ing-min", true},
		{"Zhu Rongge", "Chu Jung-ko", true},
		{"Qian Qichen", "Chien Chi-chen", true},
		{"Wen Jiashi", "Wen Chia-shih", true},
		{"Li Denghe", "Lee Teng-ho", true},
		{"Yan Yueyou", "Yen Yueh-yu", true},
		{"Wang Zheng", "Wang Cheng", false}, // either is Pinyin
		{"Deng Xiaoying", "Teng Hsiao-yung", false},
		{"Lee Myung-sik", "Yi Myong-sik", true},
		{"Roh Moo-chan", "No Mu-chan", true},
		{"Park Chung-hye", "Pak Chong-hye", true},
		{"Ri Jong-ae", "Lee Chong-ai", true},
		{"Chun Doo-hwa", "Chon Tuhwa", true},
		{"Junho Park", "Pak Chun-ho", true},
		{"Jiahong Xu", "Hsu Chia-hung", true},
		{"Min-seo Kim", "Kim Minseo", true},
		{"Junho Park", "Pak Chong-ho", false},
		{"Kim Jong-su", "Kim Yong-su", false},
		{"Kim Su", "Kim So", false}, // too short to tell
		{"Anna Lena", "Ana Lina", false},
		{"Lee J. Myung", "Yi J. Myong", false},
	} {
		a, _ := ReadingsOf(Parse(c.a))
		b, _ := ReadingsOf(Parse(c.b))
		if a.Same(b) != c.want || b.Same(a) != c.want {
			t.Errorf("%q %+v and %q %+v are one: %v, %v", c.a, a, c.b, b, a.Same(b), b.Same(a))
		}
	}
}
