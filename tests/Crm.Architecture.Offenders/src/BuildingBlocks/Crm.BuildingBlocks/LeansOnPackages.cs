using Microsoft.AspNetCore.Http;

namespace Crm.BuildingBlocks;

internal sealed class LeansOnPackages
{
    public static bool Is(object value) => value is HttpContext;
}
