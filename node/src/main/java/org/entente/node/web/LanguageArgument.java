package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.node.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page its {@code Language}: the first segment of its address. Any other first segment is no page of ours. */
@Component
final class LanguageArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Language.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return RequestLanguage.inAddress((HttpServletRequest) request.getNativeRequest())
                .orElseThrow(NotFound::new);
    }
}
