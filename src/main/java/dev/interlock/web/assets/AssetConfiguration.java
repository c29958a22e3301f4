package dev.interlock.web.assets;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves {@code frontend} and htmx under {@code /assets/<hash>/}. The profile "dev" reads the files of the working
 * directory anew for every request and uses the word "dev" for the hash.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {
    private static final String OWN = "classpath:/static/";
    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Bean
    Assets assets(Environment environment) throws IOException {
        return new Assets("/assets/" + (isDev(environment) ? "dev" : ContentHash.of(files())));
    }

    @Bean
    WebMvcConfigurer assetHandler(Assets assets, Environment environment) throws IOException {
        var htmx = htmx();
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                serve(registry, assets, htmx, isDev(environment));
            }
        };
    }

    private static void serve(ResourceHandlerRegistry registry, Assets assets, String htmx, boolean dev) {
        var version = assets.base().substring("/assets/".length());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(dev ? "file:frontend/" : OWN, htmx)
                .setCacheControl(
                        dev
                                ? CacheControl.noStore()
                                : CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(!dev)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"))
                .addTransformer(new ImportInliner());
    }

    private static List<Resource> files() throws IOException {
        var files = new ArrayList<>(Arrays.asList(find(OWN + "**/*.*")));
        files.addAll(Arrays.asList(find(HTMX + "htmx.min.js")));
        return files;
    }

    /** The folder of htmx in its WebJar, whatever its version is. */
    private static String htmx() throws IOException {
        var file = find(HTMX + "htmx.min.js");
        if (file.length != 1) {
            throw new IllegalStateException("Expected one htmx on the class path, found " + file.length + ".");
        }
        var address = file[0].getURL().toString();
        return address.substring(0, address.lastIndexOf('/') + 1);
    }

    private static Resource[] find(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(pattern);
    }

    private static boolean isDev(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("dev"));
    }
}
