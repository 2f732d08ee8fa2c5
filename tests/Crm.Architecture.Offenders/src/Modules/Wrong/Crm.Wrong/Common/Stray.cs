namespace Crm.Wrong.Common;

internal sealed class Stray
{
    internal sealed class Within;
}
