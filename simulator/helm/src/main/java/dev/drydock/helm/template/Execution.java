package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Action;
import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.helm.template.TemplateNode.Branch;
import dev.drydock.helm.template.TemplateNode.Call;
import dev.drydock.helm.template.TemplateNode.Keyword;
import dev.drydock.helm.template.TemplateNode.Pipe;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoObject;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one template (text/template/exec.go): walks its nodes; {@link Evaluation} computes the pipelines in them. */
final class Execution {

    /** Deepest nesting of template calls; upstream allows 100,000, which no stack here holds. */
    private static final int DEEPEST = 2_000;

    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    final TemplateSet set;
    final Tree tree;
    private final StringBuilder out;
    private final Object data;
    private final int depth;
    private final Evaluation evaluation;
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private TemplateNode node;

    Execution(TemplateSet set, Tree tree, StringBuilder out, Object data, int depth) {
        this.set = set;
        this.tree = tree;
        this.out = out;
        this.data = data;
        this.depth = depth;
        this.node = tree.root();
        this.evaluation = new Evaluation(this);
        push("$", data);
    }

    void run() {
        walk(data, tree.root());
    }

    // variables

    void push(String name, Object value) {
        names.add(name);
        values.add(value);
    }

    void set(String name, Object value) {
        values.set(index(name), value);
    }

    Object get(String name) {
        return values.get(index(name));
    }

    private int index(String name) {
        int i = names.lastIndexOf(name);
        if (i < 0) {
            throw error("undefined variable: " + name);
        }
        return i;
    }

    private void pop(int mark) {
        names.subList(mark, names.size()).clear();
        values.subList(mark, values.size()).clear();
    }

    // errors

    /** Where the next error is. */
    void at(TemplateNode place) {
        node = place;
        set.budget().step();
    }

    ExecException error(String message) {
        return error(message, null);
    }

    ExecException error(String message, @Nullable GoException wrapped) {
        String place = tree.place(node) + ": executing " + GoQuote.quote(tree.name()) + " at <" + node.shown() + ">";
        return new ExecException("template: " + place + ": " + message, wrapped);
    }

    // nodes

    private Flow walk(Object dot, TemplateNode place) {
        at(place);
        if (place instanceof TemplateNode.Text text) {
            print(text.text());
        } else if (place instanceof Action action) {
            Object value = evaluation.pipeline(dot, action.pipe());
            if (action.pipe().declarations().isEmpty()) {
                at(action);
                print(printed(value));
            }
        } else if (place instanceof Block block) {
            for (TemplateNode child : block.nodes()) {
                Flow flow = walk(dot, child);
                if (flow != Flow.ON) {
                    return flow;
                }
            }
        } else if (place instanceof Branch branch) {
            return branch.keyword() == Keyword.RANGE ? range(dot, branch) : ifOrWith(dot, branch);
        } else if (place instanceof Call call) {
            call(dot, call);
        } else if (place instanceof TemplateNode.Break) {
            return Flow.BREAK;
        } else if (place instanceof TemplateNode.Continue) {
            return Flow.CONTINUE;
        }
        return Flow.ON;
    }

    private void print(String text) {
        set.budget().write(text.length());
        out.append(text);
    }

    private String printed(Object value) {
        if (value == Absent.INVALID) {
            return "<no value>";
        }
        Object plain = Held.plain(value);
        set.budget().print(plain);
        if (plain instanceof GoObject object && object.addressableText() != null) {
            return String.valueOf(object.addressableText());
        }
        String text = GoFormat.print(plain);
        boolean pointer = plain instanceof GoObject object && object.kind().equals("ptr") && object.text() == null;
        return pointer && text.startsWith("&") ? text.substring(1) : text;
    }

    private Flow ifOrWith(Object dot, Branch branch) {
        int mark = names.size();
        Object value = evaluation.pipeline(dot, branch.pipe());
        Flow flow = Flow.ON;
        if (GoTypes.truth(Held.plain(value))) {
            flow = walk(branch.keyword() == Keyword.WITH ? value : dot, branch.body());
        } else if (branch.otherwise() != null) {
            flow = walk(dot, branch.otherwise());
        }
        pop(mark);
        return flow;
    }

    private void call(Object dot, Call call) {
        Tree called = set.tree(call.name());
        if (called == null) {
            throw error("template " + GoQuote.quote(call.name()) + " not defined");
        }
        if (depth >= DEEPEST) {
            throw new LimitException("templates that call each other more than " + DEEPEST + " levels deep");
        }
        Object argument = call.pipe() == null ? Absent.INVALID : evaluation.pipeline(dot, call.pipe());
        new Execution(set, called, out, argument, depth + 1).run();
    }

    private Flow range(Object dot, Branch branch) {
        int outer = names.size();
        Object value = Held.unwrap(evaluation.pipeline(dot, branch.pipe()));
        Loop loop = new Loop(branch, names.size());
        Flow flow = Flow.ON;
        boolean any = loop.over(value);
        if (!any && branch.otherwise() != null) {
            flow = walk(dot, branch.otherwise());
        }
        pop(outer);
        return flow;
    }

    /** The turns of one range. */
    private final class Loop {

        private final Branch branch;
        private final Pipe pipe;
        private final int mark;

        Loop(Branch branch, int mark) {
            this.branch = branch;
            this.pipe = branch.pipe();
            this.mark = mark;
        }

        /** Whether there was a turn. */
        boolean over(Object value) {
            if (value instanceof GoInt number) {
                if (pipe.declarations().size() > 1) {
                    throw error("can't use " + number + " to iterate over more than one variable");
                }
                long i = 0;
                while (i < number.value() && turn(Absent.INVALID, new GoInt(number.kind(), i))) {
                    i++;
                }
                return number.value() > 0;
            }
            if (value instanceof GoList list) {
                for (int i = 0; i < list.size(); i++) {
                    if (!turn(GoInt.of(i), item(list.holdsAny(), list.get(i)))) {
                        break;
                    }
                }
                return list.size() > 0;
            }
            if (value instanceof GoMap map) {
                for (Map.Entry<String, @Nullable Object> entry :
                        List.copyOf(map.copy().entries().entrySet())) {
                    if (!turn(entry.getKey(), item(map.holdsAny(), entry.getValue()))) {
                        break;
                    }
                }
                return map.size() > 0;
            }
            if (value == Absent.INVALID) {
                return false;
            }
            throw error("range can't iterate over " + GoFormat.print(value));
        }

        private Object item(boolean any, @Nullable Object value) {
            return any || value == null ? new Held(value) : value;
        }

        /** Whether the loop goes on. */
        private boolean turn(Object index, Object item) {
            int declared = pipe.declarations().size();
            if (declared > 0) {
                if (pipe.isAssign()) {
                    set(pipe.declarations().get(0).names().get(0), declared > 1 ? index : item);
                } else {
                    values.set(values.size() - 1, item);
                }
            }
            if (declared > 1) {
                if (pipe.isAssign()) {
                    set(pipe.declarations().get(1).names().get(0), item);
                } else {
                    values.set(values.size() - 2, index);
                }
            }
            Flow flow = walk(item, branch.body());
            pop(mark);
            return flow != Flow.BREAK;
        }
    }
}
