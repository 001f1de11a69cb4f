namespace Jinbang.Tests.Web;

/// <summary>One served workspace with replies for all tests of a class.</summary>
public sealed class CaseSearchRoom : IAsyncLifetime
{
    private CaseRoom? room;

    internal CaseRoom Room => room!;

    public async ValueTask InitializeAsync() => room = await CaseRoom.ServeAsync();

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}
