package dev.drydock.cel.library;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A function or an operator with its forms, in the order in which the checker tries them.
 *
 * @param name cel-go's name, as {@code _+_} or {@code startsWith}
 * @param singleton what all forms do, chosen by the values and not by the form; null where each form has its own body
 * @param guarded whether a form is only called with arguments of its types
 * @param declared whether expressions may use it; old names stay callable after the checker has forgotten them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FunctionDeclaration(
        String name, List<Overload> overloads, Overload.@Nullable Body singleton, boolean guarded, boolean declared) {

    public FunctionDeclaration {
        overloads = List.copyOf(overloads);
    }

    /** A function whose forms each have a body. */
    public FunctionDeclaration(String name, List<Overload> overloads) {
        this(name, overloads, null, true, true);
    }

    /** This function with the forms of another declaration of it; where both have a form, this one's holds. */
    public FunctionDeclaration with(FunctionDeclaration other) {
        List<Overload> forms = new ArrayList<>(overloads);
        for (Overload form : other.overloads) {
            if (forms.stream().noneMatch(mine -> mine.id().equals(form.id()))) {
                forms.add(form);
            }
        }
        return new FunctionDeclaration(
                name,
                forms,
                singleton == null ? other.singleton : singleton,
                guarded || other.guarded,
                declared && other.declared);
    }

    /** The form of that id, or null. */
    public @Nullable Overload overload(String id) {
        for (Overload form : overloads) {
            if (form.id().equals(id)) {
                return form;
            }
        }
        return null;
    }
}
