package wordings
import ("testing";"fmt";"time";"os";"math/rand/v2";"quotidian/matching/wording/pair")

func mk(pool []*text, cs []couple) []example {
 m:=pair.NewMeter()
 out:=make([]example,len(cs))
 var v pair.Vector
 for i,c:=range cs { a,b:=pool[c.a],pool[c.b]
  m.Measure(a.prepared,b.prepared,&v)
  copy(out[i].in[:],v[:])
  if together(a,b){out[i].in[pair.SameSpeaker]=1}
  out[i].yes=a.Cluster==b.Cluster; out[i].weight=1
 }
 return out
}

func TestBuild(t *testing.T){
 all,err:=readCorpus("/work/shared/data"); if err!=nil{t.Fatal(err)}
 rng:=rand.New(rand.NewPCG(3,4))
 var pool []*text
 for _,x:=range all{ if x.Stratum=="quote"&&x.order<6||x.order<3{pool=append(pool,x)}}
 t0:=time.Now()
 w:=sampled(pool,candidates(pool),rng,false)
 fmt.Println("whole",len(w),time.Since(t0))
 var hs pair.Heads
 hs.Whole=fit(w,rng)
 pp:=pieces(pool,rng)
 both:=append(append([]*text{},pool...),pp...)
 var cs []couple
 n:=int32(len(pool))
 for _,c:=range candidates(both){ if (c.a<n)!=(c.b<n){cs=append(cs,c)} }
 x:=sampled(both,cs,rng,true)
 fmt.Println("part",len(x),time.Since(t0))
 hs.Part=fit(x,rng)
 fmt.Println(time.Since(t0))
 os.WriteFile("/work/main/assets/model/data/wording.bin",hs.Encode(),0o644)
}
func sampled(pool []*text, cs []couple, rng *rand.Rand, part bool) []example {
 m:=pair.NewMeter()
 var out []example
 var v pair.Vector
 for _,c:=range cs { a,b:=pool[c.a],pool[c.b]
  yes:=a.Cluster==b.Cluster
  wt:=float32(1)
  if !yes { w,_:=a.prepared.Shared(b.prepared)
    if w/min(a.prepared.Mass,b.prepared.Mass)<.35 && a.prepared.Cosine(b.prepared)<.75 { if rng.IntN(8)>0{continue}; wt=8 } }
  m.Measure(a.prepared,b.prepared,&v)
  e:=example{yes:yes,weight:wt}
  copy(e.in[:],v[:])
  out=append(out,e)
  if together(a,b){e.in[pair.SameSpeaker]=1; out=append(out,e)}
 }
 return out
}
