package dev.interlock.security.guard;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when a mapping does not say who may use it, or names a member of no project. */
@Component
class MappingCheck implements SmartInitializingSingleton {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    MappingCheck(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var faults = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> !isSound(entry))
                .map(entry -> entry.getKey() + " of " + entry.getValue().getShortLogMessage())
                .sorted()
                .toList();
        refuse(faults);
    }

    private static boolean isSound(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        var rule = Rule.of(entry.getValue());
        return rule.isPresent()
                && (!(rule.get() instanceof Rule.MemberOf)
                        || entry.getKey().getPatternValues().stream().allMatch(path -> path.contains("{project}")));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Each mapping needs exactly one of @Allow (with {project} in its path),"
                    + " @AllowSignedIn, @AllowInstanceAdmin and @AllowAnyone: " + String.join("; ", faults));
        }
    }
}
