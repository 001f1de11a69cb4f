using System.Collections.Concurrent;
using System.Reflection;
using Jinbang.Tests;
using Jinbang.Tests.Cluster;
using Xunit.v3;

[assembly: Patience]

namespace Jinbang.Tests;

/// <summary>No test is waited for without end. One that takes too long is cancelled; where it does not heed that, the run ends and
/// says which tests it was in.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PatienceAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Limit = LongForm.Of(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(20));
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<string, Wait> Waits = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Waits[test.UniqueID] = new Wait(test.TestDisplayName, TestContext.Current);

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Waits.TryRemove(test.UniqueID, out var wait))
        {
            wait.Dispose();
            Assert.False(wait.IsOver, $"It took longer than {Limit.TotalMinutes} minutes and was cancelled.");
        }
    }

    private sealed class Wait : IDisposable
    {
        private readonly string name;
        private readonly ITestContext context;
        private readonly Timer timer;

        public Wait(string name, ITestContext context)
        {
            (this.name, this.context) = (name, context);
            timer = new Timer(_ => Lose(), null, Limit, Grace);
        }

        public bool IsOver { get; private set; }

        public void Dispose() => timer.Dispose();

        private void Lose()
        {
            if (IsOver)
            {
                Environment.FailFast($"Cancelled, but still running: {name}. Running besides: {string.Join("; ", Waits.Values.Where(wait => wait != this).Select(wait => wait.name))}.");
            }

            IsOver = true;
            context.CancelCurrentTest();
        }
    }
}
