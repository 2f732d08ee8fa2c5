using Crm.Pricing;

namespace Crm.Rendering;

internal sealed class RendersModules
{
    public LeanOn? Engine { get; init; }
}
