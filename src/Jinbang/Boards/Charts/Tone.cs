namespace Jinbang.Boards.Charts;

/// <summary>What a colour is for; a <see cref="Theme"/> tells which colour that is.</summary>
internal enum Tone
{
    None,
    Paper,
    Stripe,
    Grid,
    Faint,
    Ink,
    Commercial,
    Open,
    Unknown,
    CommercialPale,
    OpenPale,
    UnknownPale,
    Accent,
    Alarm,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
    Heat6,
    Heat7,
}
