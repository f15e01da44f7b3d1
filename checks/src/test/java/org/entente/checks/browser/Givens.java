package org.entente.checks.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts what {@link InCountry} and {@link InBrowser} tests take when the first asks for it; it is closed after the last. */
final class Givens implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace RUN = ExtensionContext.Namespace.create(Givens.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.isThere()) {
            return ConditionEvaluationResult.enabled("");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(Chromium.MISSING);
        }
        return ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Country.class || type == Chromium.class || type == PageChecks.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store run = context.getRoot().getStore(RUN);
        Class<?> type = parameter.getParameter().getType();
        if (type == Country.class) {
            return run.computeIfAbsent(Country.class, key -> new Country(), Country.class);
        }
        // One for each lane: a browser is driven by one thread at a time.
        boolean inCountry = context.getRequiredTestClass().isAnnotationPresent(InCountry.class);
        Chromium chromium = run.computeIfAbsent(
                inCountry ? InCountry.class : InBrowser.class, key -> Chromium.start(), Chromium.class);
        return type == Chromium.class ? chromium : new PageChecks(chromium);
    }
}
