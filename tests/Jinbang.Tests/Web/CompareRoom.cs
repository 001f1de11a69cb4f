namespace Jinbang.Tests.Web;

/// <summary>One served workspace with two exams for all tests of a class, which only read.</summary>
public sealed class CompareRoom : IAsyncLifetime
{
    internal WebRoom Web { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await DetailRoom.FillAsync(Web);
        await Web.ServeAsync();
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}
