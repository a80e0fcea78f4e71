import { buildFunctions } from './build-functions'

// DevTools packs the mini-program itself; only the functions are built.
void buildFunctions()
