package dev.interlock.ingest.dialect;

import java.util.Locale;
import javax.xml.stream.XMLStreamReader;

/** Which tool wrote a JUnit report, told by what only it writes; reports of the same shape stay plain JUnit XML. */
final class JUnitTool {
    private static final int MOST_LOOKS = 60;

    /** A tool that writes JUnit XML. */
    enum Tool {
        SUREFIRE("Maven Surefire"),
        GRADLE("Gradle"),
        PYTEST("pytest"),
        JEST("Jest"),
        VITEST("Vitest"),
        MOCHA("Mocha"),
        CYPRESS("Cypress"),
        PLAYWRIGHT("Playwright"),
        GO("gotestsum"),
        PHPUNIT("PHPUnit"),
        CTEST("CTest"),
        ROBOT("Robot Framework"),
        NUNIT("NUnit"),
        UNKNOWN("");

        private final String words;

        Tool(String words) {
            this.words = words;
        }
    }

    private Tool tool = Tool.UNKNOWN;
    private int looks;
    private boolean mocha;

    /** Looks at an element; only the first few tell. */
    void look(XMLStreamReader reader, String element) {
        if (tool != Tool.UNKNOWN || looks++ > MOST_LOOKS) {
            return;
        }
        tool = switch (element) {
            case "testsuites" -> ofRoot(reader);
            case "testsuite" -> ofSuite(reader);
            case "testcase" -> ofCase(reader);
            case "property" -> ofProperty(reader);
            default -> Tool.UNKNOWN;
        };
    }

    /** Whether the tool writes a case again in its suite when it tries it again. */
    boolean repeatsFailed() {
        return tool == Tool.GO || tool == Tool.PYTEST;
    }

    String words() {
        var known = tool == Tool.UNKNOWN && mocha ? Tool.MOCHA : tool;
        return known == Tool.UNKNOWN ? "JUnit XML" : known.words + " (JUnit XML)";
    }

    private Tool ofRoot(XMLStreamReader reader) {
        var name = text(reader, "name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mocha")) {
            mocha = true;
        }
        return switch (name) {
            case "jest tests" -> Tool.JEST;
            case "vitest tests" -> Tool.VITEST;
            case "pytest tests", "pytest" -> Tool.PYTEST;
            default ->
                has(reader, "id") && has(reader, "tests") && !has(reader, "disabled") && name.isEmpty()
                        ? Tool.PLAYWRIGHT
                        : Tool.UNKNOWN;
        };
    }

    private Tool ofSuite(XMLStreamReader reader) {
        var name = text(reader, "name");
        if (name.equals("pytest")) {
            return Tool.PYTEST;
        }
        if (text(reader, "noNamespaceSchemaLocation").contains("surefire")) {
            return Tool.SUREFIRE;
        }
        if (mocha || name.equals("Root Suite")) {
            return ofSpec(text(reader, "file"));
        }
        return name.matches("(Linux|Windows|Darwin|\\(empty\\))[-\\w+.]*") && has(reader, "hostname")
                ? Tool.CTEST
                : Tool.UNKNOWN;
    }

    private Tool ofSpec(String file) {
        mocha = true;
        return file.contains("cypress") || file.contains(".cy.") ? Tool.CYPRESS : Tool.UNKNOWN;
    }

    private static Tool ofCase(XMLStreamReader reader) {
        if (has(reader, "assertions") && has(reader, "class")) {
            return Tool.PHPUNIT;
        }
        if (has(reader, "asserts") && has(reader, "label")) {
            return Tool.NUNIT;
        }
        var name = text(reader, "name");
        if (name.endsWith("()") && !has(reader, "status")) {
            return Tool.GRADLE;
        }
        return Tool.UNKNOWN;
    }

    private static Tool ofProperty(XMLStreamReader reader) {
        return switch (text(reader, "name")) {
            case "go.version" -> Tool.GO;
            case "surefire.test.class.path", "surefire.real.class.path", "basedir", "maven.home" -> Tool.SUREFIRE;
            case "Executed By", "robot.version" -> Tool.ROBOT;
            default -> Tool.UNKNOWN;
        };
    }

    private static boolean has(XMLStreamReader reader, String name) {
        return reader.getAttributeValue(null, name) != null;
    }

    private static String text(XMLStreamReader reader, String name) {
        return XmlReports.attribute(reader, name);
    }
}
