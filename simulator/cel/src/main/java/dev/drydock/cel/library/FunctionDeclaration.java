package dev.drydock.cel.library;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A function or an operator with its forms, in the order in which the checker tries them.
 *
 * @param name cel-go's name, as {@code _+_} or {@code startsWith}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FunctionDeclaration(String name, List<Overload> overloads) {}
