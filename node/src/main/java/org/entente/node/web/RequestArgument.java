package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Extension point: what a handler gets for a parameter of one type, made from its request. A room contributes it as a
 * bean.
 */
public interface RequestArgument<T> extends HandlerMethodArgumentResolver, WebMvcConfigurer {
    /** The parameter's type, exactly. */
    Class<T> type();

    /** The parameter's value; an exception answers the request instead of the handler. */
    T of(HttpServletRequest request, HttpServletResponse response);

    @Override
    default void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    default boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type();
    }

    @Override
    default Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object response = Objects.requireNonNull(request.getNativeResponse());
        return Objects.requireNonNull(
                of((HttpServletRequest) request.getNativeRequest(), (HttpServletResponse) response));
    }
}
