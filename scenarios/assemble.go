package scenarios

// Between returns the design that has what to has at each of the paths (as tree.Differing lists them) and is from
// elsewhere, under a name of its own. The error is a tree.Problems with all that is wrong: not every such design can be.
func Between(name string, from, to *Scenario, paths [][]string) (*Scenario, error) {
	file := from.Tree.Take(to.Tree, paths)
	spec := new(Spec)
	problems := file.Decode(spec)
	if len(problems) > 0 {
		return nil, problems
	}
	model, problems := compile(spec, file, from.Model.Mind)
	if len(problems) > 0 {
		return nil, problems
	}
	return &Scenario{Name: name, Source: from.Source + " and " + to.Source, Sets: from.Sets, Tree: file, Spec: spec, Model: model}, nil
}
