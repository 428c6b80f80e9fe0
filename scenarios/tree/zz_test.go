package tree_test
import ("testing";"strings";"time";"xsell/scenarios/tree";"fmt")
func TestZZ(t *testing.T){
 big:=map[string]string{"aot":strings.Repeat("[[a]]\n",690000),"ints":"a = ["+strings.Repeat("1,",2000000)+"]","lists":"a = ["+strings.Repeat("[],",1300000)+"]",
 "deepkeys":strings.Repeat(strings.Repeat("a.",99)+"b = 1\n",10),
 "inline":"a = ["+strings.Repeat("{},",1300000)+"]", "unclosed":strings.Repeat("a = [\n",600000)}
 var b strings.Builder; for i:=range 300000 {fmt.Fprintf(&b,"k%d = 1\n",i)}; big["keys"]=b.String()
 b.Reset(); for i:=range 60000 {fmt.Fprintf(&b,"[organisation.unit.u%d]\n[organisation.handoff.h%d]\nto=\"u%dx\"\n",i,i,i)}; big["refs"]=b.String()
 b.Reset(); for i:=range 4000 {b.WriteString(strings.Repeat("a.",90)+fmt.Sprintf("x%d = 1\n",i))}; big["dotted"]=b.String()
 for n,s:=range big { st:=time.Now(); r,p:=tree.Parse(tree.Source{Name:"x",Text:[]byte(s)}); d1:=time.Since(st); var q tree.Problems; if r!=nil {q=r.Decode(&house{})}; msg:=""; if len(p)>0{msg=p[0].String()}; t.Log(n,len(s),d1,time.Since(st),len(p),len(q),msg)}
}
func BenchmarkDecode(b *testing.B){ for b.Loop(){ r,_:=tree.Parse(tree.Source{Name:"x",Text:[]byte(good)}); if p:=r.Decode(&house{});len(p)>0{b.Fatal(p)} } }
