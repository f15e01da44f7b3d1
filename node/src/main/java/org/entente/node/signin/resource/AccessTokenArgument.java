package org.entente.node.signin.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.AccessToken;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a handler the {@link AccessToken} of its request, or answers the request itself. */
@Component
final class AccessTokenArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final VerifyAccessToken verifyAccessToken;
    private final NodeIdentity node;
    private final InstantSource clock;

    AccessTokenArgument(VerifyAccessToken verifyAccessToken, NodeIdentity node, InstantSource clock) {
        this.verifyAccessToken = verifyAccessToken;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AccessToken.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = (HttpServletRequest) request.getNativeRequest();
        var outcome = verifyAccessToken.verify(ResourceRequest.of(http, node.origin()), clock.instant());
        return switch (outcome) {
            case AccessOutcome.Accepted accepted -> accepted.token();
            case AccessOutcome.Refused refused -> throw new AccessRefused(refused);
        };
    }
}
