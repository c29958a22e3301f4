package dev.interlock.arazzo;

final class Later {
    private Later() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <T> T value() {
        if (Later.class.getName().isEmpty()) {
            return Later.value();
        }
        throw new UnsupportedOperationException();
    }
}
