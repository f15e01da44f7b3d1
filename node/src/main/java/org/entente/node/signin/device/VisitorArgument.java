package org.entente.node.signin.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.entente.node.web.CallerNetwork;
import org.entente.node.web.RequestArgument;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Gives a handler the {@link Visitor} of its request. */
@Component
final class VisitorArgument implements RequestArgument<Visitor> {
    private final DeviceCookie cookie;

    VisitorArgument(DeviceCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Class<Visitor> type() {
        return Visitor.class;
    }

    @Override
    public Visitor of(HttpServletRequest request, HttpServletResponse response) {
        String userAgent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        return new Visitor(CallerNetwork.of(request), cookie.of(request), DeviceFamily.of(userAgent));
    }
}
