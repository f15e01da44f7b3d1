package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.signin.BrowserSession;
import org.entente.node.web.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a handler the {@link BrowserSession} of its request, started where there is none. */
@Component
final class BrowserSessionArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final InstantSource clock;

    BrowserSessionArgument(Sessions sessions, SessionCookies cookies, InstantSource clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == BrowserSession.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Instant now = clock.instant();
        return SessionCookie.of((HttpServletRequest) request.getNativeRequest())
                .flatMap(token -> sessions.find(token, now))
                .map(session -> new BrowserSession(session.id()))
                .orElseGet(() -> start((HttpServletResponse) request.getNativeResponse(), now));
    }

    private BrowserSession start(@Nullable HttpServletResponse response, Instant now) {
        if (response == null) {
            throw new IllegalStateException("a session needs an answer to travel with");
        }
        StartedSession started = sessions.startAnonymous(now);
        cookies.set(response, started.token());
        return new BrowserSession(started.id());
    }
}
