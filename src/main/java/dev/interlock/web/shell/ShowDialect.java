package dev.interlock.web.shell;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link Show} known to templates as {@code #show}. */
@Component
class ShowDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final Show SHOW = new Show();

    ShowDialect() {
        super("show");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of("show");
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return SHOW;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
