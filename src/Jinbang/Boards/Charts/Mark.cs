namespace Jinbang.Boards.Charts;

/// <summary>The form of a point, so that kinds are told apart without colours.</summary>
internal enum Mark
{
    Circle,
    Diamond,
    Square,
    Triangle,
    Wedge,
    Cross,
}
