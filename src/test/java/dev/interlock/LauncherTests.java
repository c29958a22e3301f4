package dev.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LauncherTests {
    private static final int CLASSES_OF_JAVA_17 = 61;

    /** A class file begins with its mark, then the minor and the major version of its format. */
    @Test
    void canBeReadByTheJavaThatIsTooOld() throws IOException {
        try (var file = new DataInputStream(classFile())) {
            assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
            file.readUnsignedShort();
            assertThat(file.readUnsignedShort()).isEqualTo(CLASSES_OF_JAVA_17);
        }
    }

    @Test
    void saysWhichJavaItFoundAndWhichItNeeds() {
        assertThat(Launcher.tooOld(17, "/opt/jdk-17"))
                .startsWith("Interlock needs Java 25; this is Java 17 in /opt/jdk-17.")
                .contains("./interlock");
    }

    private static InputStream classFile() {
        return Objects.requireNonNull(Launcher.class.getResourceAsStream("Launcher.class"));
    }
}
