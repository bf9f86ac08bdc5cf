package dev.drydock.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.kubernetes.CidrLibrary;
import dev.drydock.cel.kubernetes.IpLibrary;
import dev.drydock.cel.kubernetes.JsonPatchLibrary;
import dev.drydock.cel.kubernetes.KubernetesListsLibrary;
import dev.drydock.cel.kubernetes.RegexLibrary;
import dev.drydock.cel.kubernetes.SemverLibrary;
import dev.drydock.cel.kubernetes.UrlLibrary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {

    static Stream<Library> parts() {
        return Stream.of(
                        new StandardLibrary(),
                        StringsLibrary.version(2),
                        StringsLibrary.latest(),
                        new SetsLibrary(),
                        new ListsLibrary(),
                        new OptionalLibrary(),
                        new EncodersLibrary(),
                        new ComprehensionLibrary(),
                        new KubernetesListsLibrary(),
                        new RegexLibrary(),
                        new UrlLibrary(),
                        new IpLibrary(),
                        new CidrLibrary(),
                        new SemverLibrary(),
                        new JsonPatchLibrary())
                .flatMap(library -> library.parts().stream());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_library_names_what_it_declares(Library library) {
        assertThat(library.functions())
                .extracting(FunctionDeclaration::name)
                .containsExactlyInAnyOrderElementsOf(library.names());
    }

    @Test
    void a_function_of_several_libraries_has_the_forms_of_all_in_their_order() {
        Functions functions = Functions.of(List.of(new KubernetesListsLibrary(), StringsLibrary.version(2)));

        assertThat(Objects.requireNonNull(functions.get("indexOf")).overloads())
                .extracting(Overload::id)
                .containsExactly("list_a_index_of_int", "string_index_of_string", "string_index_of_string_int");
        assertThat(functions.get("unknown")).isNull();
    }
}
