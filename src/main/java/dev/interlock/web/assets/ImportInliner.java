package dev.interlock.web.assets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Puts the files a style sheet imports in the place of their import lines, so that a page asks for one file. */
final class ImportInliner implements ResourceTransformer {
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w/.-]+)\"\\) layer\\((\\w+)\\);");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var plain = chain.transform(request, resource);
        if (!"app.css".equals(plain.getFilename())) {
            return plain;
        }
        return new TransformedResource(plain, inline(plain).getBytes(StandardCharsets.UTF_8));
    }

    private static String inline(Resource sheet) throws IOException {
        var whole = new StringBuilder();
        var text = sheet.getContentAsString(StandardCharsets.UTF_8);
        var imports = IMPORT.matcher(text);
        while (imports.find()) {
            imports.appendReplacement(whole, "");
            whole.append(layer(sheet, imports.toMatchResult()));
        }
        imports.appendTail(whole);
        return whole.toString();
    }

    private static String layer(Resource sheet, MatchResult line) throws IOException {
        var part = sheet.createRelative(line.group(1)).getContentAsString(StandardCharsets.UTF_8);
        return "@layer " + line.group(2) + " {\n" + part + "}";
    }
}
