using System.Net;
using Jinbang.Models;
using Microsoft.Extensions.AI;

namespace Jinbang.Tests.Models;

public sealed class ChatExamineeTests
{
    private static readonly Prompt Prompt = new("?", "?", [], false);

    public static TheoryData<Exception, FaultKind> Failures => new()
    {
        { new HttpRequestException("x", null, HttpStatusCode.TooManyRequests), FaultKind.RateLimited },
        { new HttpRequestException("x"), FaultKind.Connection },
        { new IOException("x"), FaultKind.Connection },
        { new TaskCanceledException("x"), FaultKind.Timeout },
        { new StatusException(401), FaultKind.Unauthorized },
        { new StatusException(500), FaultKind.ServerError },
        { new StatusException(0), FaultKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task What_a_foreign_client_throws_is_sorted(Exception thrown, FaultKind kind)
    {
        foreach (var streaming in new[] { true, false })
        {
            var fault = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(thrown, streaming, TestContext.Current.CancellationToken));
            Assert.Equal(kind, fault.Kind);
        }
    }

    [Fact]
    public async Task A_bug_stays_a_bug_and_a_cancellation_a_cancellation()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AskAsync(new ArgumentException("x"), true, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<BadInputException>(() => AskAsync(new BadInputException(new("x", "x")), true, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(new HttpRequestException("x"), true, new CancellationToken(true)));
    }

    private static async Task<Reply> AskAsync(Exception thrown, bool streaming, CancellationToken cancellationToken)
    {
        using var examinee = new ChatExaminee(new Model("m", "p", "m"), new ThrowingClient(thrown), TimeProvider.System) { Streaming = streaming };
        return await examinee.AskAsync(Prompt, cancellationToken);
    }

    private sealed class StatusException(int status) : Exception("x")
    {
        public int Status { get; } = status;
    }

    private sealed class ThrowingClient(Exception thrown) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
            throw thrown;

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw thrown;

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose()
        {
        }
    }
}
