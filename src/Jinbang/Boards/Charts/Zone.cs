namespace Jinbang.Boards.Charts;

/// <summary>A rectangle that something takes up; one without width takes up nothing.</summary>
internal readonly record struct Zone(double Left, double Top, double Right, double Bottom)
{
    public static Zone Around(double x, double y, double radius) => new(x - radius, y - radius, x + radius, y + radius);

    public bool Overlaps(Zone other) => Right > Left && other.Right > other.Left
        && Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Zone other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;
}
