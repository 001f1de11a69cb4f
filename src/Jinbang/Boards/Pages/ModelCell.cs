namespace Jinbang.Boards.Pages;

/// <summary>The cell with a model's name.</summary>
internal static class ModelCell
{
    public static void Show(Html html, BoardRow row)
    {
        html.Text(Plain.Text(row.Model));
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
