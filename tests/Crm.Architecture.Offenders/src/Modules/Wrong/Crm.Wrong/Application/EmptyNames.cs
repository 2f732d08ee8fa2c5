namespace Crm.Wrong.Application;

internal sealed class ThingManager
{
    internal sealed class LineDto;
}

internal interface IThingService;

internal static class ThingUtils;

internal static class StringHelper;

internal sealed class ThingImpl : IThingService;

internal sealed class ManagerOfThings;
