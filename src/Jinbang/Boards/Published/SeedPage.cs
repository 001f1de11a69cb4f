namespace Jinbang.Boards.Published;

/// <summary>The public boards' page of one exam: <see cref="SeedBoard"/>.</summary>
internal sealed class SeedPage : PublishedFormat
{
    public override bool Recognises(PublishedText text) => text.Tables.Any(SeedBoard.Fits);

    public override IEnumerable<PublishedBoard> Read(PublishedText text, PublishedSettings settings) =>
        [new(text.Text, SeedBoard.Parse(text.Text) with { PublishedPage = text.Text })];
}
