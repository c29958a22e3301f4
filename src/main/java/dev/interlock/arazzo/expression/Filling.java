package dev.interlock.arazzo.expression;

import dev.interlock.arazzo.jsonpath.PathEvaluation;
import dev.interlock.arazzo.jsonpath.PathLimitException;
import dev.interlock.arazzo.jsonpath.PathParser;
import dev.interlock.arazzo.jsonpath.PathSyntaxException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fills expressions in values: a text that is one expression keeps the type, one inside a longer text becomes text. */
public final class Filling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> SELECTOR = Set.of("context", "selector", "type");

    /** Hears of every expression that was filled in. */
    @FunctionalInterface
    public interface Witness {
        /** An expression at a place came to a value. */
        void saw(String place, String expression, Lookup.Present found);
    }

    private final Scope scope;
    private final Witness witness;

    public Filling(Scope scope, Witness witness) {
        this.scope = scope;
        this.witness = witness;
    }

    /**
     * The value with every expression in it filled in.
     *
     * @param place place named in messages
     * @throws Unresolved when an expression has no value
     */
    public JsonNode fill(JsonNode value, String place) throws Unresolved {
        if (value.isString()) {
            return text(value.stringValue(), place);
        }
        if (isSelector(value)) {
            return selected(value, place);
        }
        if (value.isObject()) {
            var object = NODES.objectNode();
            for (var entry : value.properties()) {
                object.set(entry.getKey(), fill(entry.getValue(), place + "/" + entry.getKey()));
            }
            return object;
        }
        if (value.isArray()) {
            var array = NODES.arrayNode();
            for (var element : value) {
                array.add(fill(element, place + "/" + array.size()));
            }
            return array;
        }
        return value;
    }

    /** Whether a value is a selector: an expression and a query into its value. */
    public static boolean isSelector(JsonNode value) {
        return value.isObject()
                && value.path("context").asString("").startsWith("$")
                && value.path("selector").isString()
                && SELECTOR.containsAll(value.propertyNames())
                && value.size() == SELECTOR.size();
    }

    private JsonNode selected(JsonNode selector, String place) throws Unresolved {
        var context = text(selector.path("context").stringValue(), place);
        var query = embedded(selector.path("selector").stringValue(), place);
        var type = selector.path("type");
        var language = type.isObject() ? type.path("type").asString("") : type.asString("");
        return switch (language) {
            case "jsonpointer" -> needed(Pointed.at(context, query, ""), query, place);
            case "jsonpath" -> queried(context, query, place);
            default -> throw new Unresolved(place + ": selectors of type \"" + language + "\" are not supported");
        };
    }

    private static JsonNode queried(JsonNode context, String query, String place) throws Unresolved {
        try {
            var found = PathEvaluation.select(PathParser.parse(query), context);
            if (found.isEmpty()) {
                throw new Unresolved(place + ": " + query + " finds nothing in " + Texts.shown(context));
            }
            return found.size() == 1 ? found.getFirst() : NODES.arrayNode().addAll(found);
        } catch (PathSyntaxException | PathLimitException wrong) {
            throw new Unresolved(place + ": " + wrong.getMessage());
        }
    }

    private static JsonNode needed(Lookup found, String text, String place) throws Unresolved {
        return switch (found) {
            case Lookup.Present present -> present.value();
            case Lookup.Absent absent ->
                throw new Unresolved(place + ": " + text + " has no value: " + absent.reason());
        };
    }

    private JsonNode text(String text, String place) throws Unresolved {
        var expression = Expression.parse(text);
        return expression.isPresent() ? value(expression.get(), place) : NODES.stringNode(embedded(text, place));
    }

    private JsonNode value(Expression expression, String place) throws Unresolved {
        var found = Resolver.resolve(expression, scope);
        if (found instanceof Lookup.Present present) {
            witness.saw(place, expression.text(), present);
        }
        return needed(found, expression.text(), place);
    }

    /**
     * A text with every <code>{$expression}</code> in it filled in.
     *
     * @throws Unresolved when an expression has no value
     */
    public String embedded(String text, String place) throws Unresolved {
        var result = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var open = text.indexOf("{$", at);
            var close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            var expression = Expression.parse(text.substring(open + 1, close));
            result.append(text, at, expression.isPresent() ? open : close + 1);
            if (expression.isPresent()) {
                result.append(Texts.verbatim(value(expression.get(), place)));
            }
            at = close + 1;
        }
        return result.append(text, at, text.length()).toString();
    }
}
