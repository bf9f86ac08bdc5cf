package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.value.Scalar;
import java.util.List;
import org.apiguardian.api.API;

/** Keys in JSON pointers (library/jsonpatch.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonPatchLibrary implements Library {

    /** The library. */
    public JsonPatchLibrary() {}

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(function(
                "jsonpatch.escapeKey",
                form(
                        "string_jsonpatch_escapeKey_string",
                        List.of(STRING),
                        STRING,
                        Arguments.ofText(key -> Scalar.of(key.replace("~", "~0").replace("/", "~1"))))));
    }
}
