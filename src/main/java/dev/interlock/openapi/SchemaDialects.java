package dev.interlock.openapi;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;

/**
 * The two dialects of schemas, made fit for services inside a company: mail addresses need no public domain, and keywords
 * nobody knows are passed over in silence.
 */
final class SchemaDialects {
    private static final String DIALECT = "urn:interlock:dialect:";
    static final Dialect OLDER = lenient("3.0", Dialects.getOpenApi30());
    static final Dialect NEWER = lenient("3.1", Dialects.getOpenApi31());

    private SchemaDialects() {}

    private static Dialect lenient(String name, Dialect dialect) {
        return Dialect.builder(DIALECT + name, dialect)
                .format(new Mail())
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
    }

    /** Something, an at sign, something without spaces. */
    private static final class Mail implements Format {
        @Override
        public String getName() {
            return "email";
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            var at = text.lastIndexOf('@');
            return at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
        }
    }
}
