package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.node.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler its {@code Actor}. A parameter of a narrower type is a demand: {@code Actor.Person} or {@code
 * Actor.Officer} is refused to everybody else.
 */
@Component
final class ActorArgument implements HandlerMethodArgumentResolver {
    private final Actors actors;

    ActorArgument(Actors actors) {
        this.actors = actors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = actors.of((HttpServletRequest) request.getNativeRequest());
        if (parameter.getParameterType().isInstance(actor)) {
            return actor;
        }
        if (actor instanceof Actor.Anonymous) {
            throw new SignInRequired();
        }
        throw new Forbidden();
    }
}
