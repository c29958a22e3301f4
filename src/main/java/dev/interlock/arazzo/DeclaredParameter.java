package dev.interlock.arazzo;

/**
 * A parameter an operation declares, as far as sending it needs.
 *
 * @param name name as sent
 * @param in {@code path}, {@code query}, {@code querystring}, {@code header} or {@code cookie}
 * @param required whether a request without it is refused
 * @param style {@code form}, {@code simple}, {@code label}, {@code matrix}, {@code spaceDelimited}, {@code pipeDelimited}
 *     or {@code deepObject}
 * @param explode whether each element is sent apart
 * @param allowReserved whether reserved characters stay as they are in a query
 * @param json whether the value is sent as one JSON text
 */
public record DeclaredParameter(
        String name, String in, boolean required, String style, boolean explode, boolean allowReserved, boolean json) {

    /** A parameter with the default style of its place. */
    public static DeclaredParameter plain(String name, String in, boolean required) {
        var form = in.equals("query") || in.equals("cookie");
        return new DeclaredParameter(name, in, required, form ? "form" : "simple", form, false, false);
    }
}
