package dev.drydock.helm.template;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of a parsed template (text/template/parse/node.go); {@link #shown()} is the text that messages have of it. */
sealed interface TemplateNode {

    /** Where the node starts in the text of its template. */
    int position();

    String shown();

    /** Nodes in a row. */
    record Block(int position, List<TemplateNode> nodes) implements TemplateNode {
        @Override
        public String shown() {
            return nodes.stream().map(TemplateNode::shown).collect(Collectors.joining());
        }
    }

    /** Text that is copied. */
    record Text(int position, String text) implements TemplateNode {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A pipeline that is printed. */
    record Action(int position, Pipe pipe) implements TemplateNode {
        @Override
        public String shown() {
            return "{{" + pipe.shown() + "}}";
        }
    }

    /** Commands, each of which gives its result to the next. */
    record Pipe(int position, boolean isAssign, List<Variable> declarations, List<Command> commands)
            implements TemplateNode {
        @Override
        public String shown() {
            String variables = declarations.stream().map(Variable::shown).collect(Collectors.joining(", "));
            String all = commands.stream().map(Command::shown).collect(Collectors.joining(" | "));
            return declarations.isEmpty() ? all : variables + (isAssign ? " = " : " := ") + all;
        }
    }

    /** A function or value with arguments. */
    record Command(int position, List<TemplateNode> arguments) implements TemplateNode {
        @Override
        public String shown() {
            return arguments.stream()
                    .map(argument -> argument instanceof Pipe ? "(" + argument.shown() + ")" : argument.shown())
                    .collect(Collectors.joining(" "));
        }
    }

    /** The name of a function. */
    record Identifier(int position, String name) implements TemplateNode {
        @Override
        public String shown() {
            return name;
        }
    }

    /** A variable with fields below it. */
    record Variable(int position, List<String> names) implements TemplateNode {
        @Override
        public String shown() {
            return String.join(".", names);
        }
    }

    /** The dot. */
    record Dot(int position) implements TemplateNode {
        @Override
        public String shown() {
            return ".";
        }
    }

    /** The constant nil. */
    record Nil(int position) implements TemplateNode {
        @Override
        public String shown() {
            return "nil";
        }
    }

    /** Fields below the dot. */
    record Field(int position, List<String> names) implements TemplateNode {
        @Override
        public String shown() {
            return "." + String.join(".", names);
        }
    }

    /** Fields below something else. */
    record Chain(int position, TemplateNode node, List<String> names) implements TemplateNode {
        @Override
        public String shown() {
            String inner = node instanceof Pipe ? "(" + node.shown() + ")" : node.shown();
            return inner + "." + String.join(".", names);
        }
    }

    /** A truth value. */
    record Bool(int position, boolean value) implements TemplateNode {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    /** A number, in each of the forms that it can take. */
    record Numeral(
            int position,
            String text,
            @Nullable Long integer,
            @Nullable Long unsigned,
            @Nullable Double floating,
            boolean complex)
            implements TemplateNode {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A text in quotes. */
    record Str(int position, String quoted, String text) implements TemplateNode {
        @Override
        public String shown() {
            return quoted;
        }
    }

    /** The end of a block; only the parser sees it. */
    record End(int position) implements TemplateNode {
        @Override
        public String shown() {
            return "{{end}}";
        }
    }

    /** Another branch; only the parser sees it. */
    record Else(int position) implements TemplateNode {
        @Override
        public String shown() {
            return "{{else}}";
        }
    }

    /** The kinds of nodes with branches. */
    enum Keyword {
        IF,
        RANGE,
        WITH
    }

    /** if, range or with. */
    record Branch(
            int position,
            Keyword keyword,
            Pipe pipe,
            Block body,
            @Nullable Block otherwise) implements TemplateNode {
        @Override
        public String shown() {
            String start =
                    "{{" + keyword.name().toLowerCase(java.util.Locale.ROOT) + " " + pipe.shown() + "}}" + body.shown();
            return start + (otherwise == null ? "" : "{{else}}" + otherwise.shown()) + "{{end}}";
        }
    }

    /** Leaves the loop. */
    record Break(int position) implements TemplateNode {
        @Override
        public String shown() {
            return "{{break}}";
        }
    }

    /** Goes on with the next item. */
    record Continue(int position) implements TemplateNode {
        @Override
        public String shown() {
            return "{{continue}}";
        }
    }

    /** Runs another template. */
    record Call(int position, String name, @Nullable Pipe pipe) implements TemplateNode {
        @Override
        public String shown() {
            return "{{template " + dev.drydock.yaml.GoQuote.quote(name) + (pipe == null ? "" : " " + pipe.shown())
                    + "}}";
        }
    }
}
