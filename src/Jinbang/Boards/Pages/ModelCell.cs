namespace Jinbang.Boards.Pages;

/// <summary>The cell with a model's name.</summary>
internal static class ModelCell
{
    public static void Show(Html html, BoardRow row)
    {
        var name = Plain.Text(row.Model);
        _ = html.Models is { } addresses ? html.Add("a", name, ("href", addresses(row.Model))) : html.Text(name);
        if (row.IsNew)
        {
            html.Text(" ").Add("span", PageWords.New, ("class", "tag"));
        }

        if (row.PublishedBy is { Length: > 0 } publisher)
        {
            html.Text(" †").Add("small", Plain.Text(publisher));
        }
    }
}
