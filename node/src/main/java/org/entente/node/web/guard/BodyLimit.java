package org.entente.node.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.entente.node.web.BodyAllowance;
import org.entente.node.web.problem.ErrorWriter;
import org.entente.node.web.problem.Failure;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body larger than its address takes: at once where its length is declared, otherwise while it is read. */
@Component
@Order(GuardOrder.BODY)
final class BodyLimit extends OncePerRequestFilter {
    private static final Failure TOO_LARGE =
            new Failure(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "the body is larger than its limit");

    private final List<BodyAllowance> allowances;
    private final ErrorWriter errors;

    BodyLimit(List<BodyAllowance> allowances, ErrorWriter errors) {
        this.allowances = List.copyOf(allowances);
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            errors.write(TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private long limit(String path) {
        return allowances.stream()
                .filter(allowance -> path.startsWith(allowance.path()))
                .mapToLong(BodyAllowance::bytes)
                .max()
                .orElse(BodyAllowance.DEFAULT);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {
        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
